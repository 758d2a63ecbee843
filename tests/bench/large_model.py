"""A package as large as those of the index, with chance for weights: as fast, and no translation.

Its own words would never end, so each sentence is made a tenth longer than what was asked.
"""

import json
import shutil
import zlib
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
from ctranslate2.specs import TransformerSpec, common_spec

from bot.demo.models import PACKAGES

LAYERS, HEADS, WIDTH, INNER, WORDS, LONGEST = 6, 8, 512, 2048, 32_000, 512


def make(folder: Path) -> Path:
    """The folder of the package; its tokens are those of a small real one."""
    shutil.unpack_archive(PACKAGES / "translate-nl_en-0_1.argosmodel", folder, "zip")
    (small,) = folder.iterdir()
    words = json.loads((small / "model" / "shared_vocabulary.json").read_text(encoding="utf-8"))
    shutil.rmtree(small / "model")
    spec = _spec([*words, *(f"word{number}" for number in range(WORDS - len(words)))])
    (small / "model").mkdir()
    spec.save(str(small / "model"))
    return small


def _spec(words: list[str]) -> Any:
    chance = np.random.default_rng(1)

    def some(*shape: int) -> Any:
        return chance.normal(0, 0.02, shape).astype(np.float32)

    spec = TransformerSpec.from_config(
        LAYERS, HEADS, pre_norm=True, activation=common_spec.Activation.RELU
    )
    embedded, places = some(WORDS, WIDTH), some(LONGEST, WIDTH)
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = embedded
    spec.decoder.projection.weight = embedded
    spec.encoder.position_encodings.encodings = places
    spec.decoder.position_encodings.encodings = places

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)

    def linear(layer: Any, out: int, into: int = WIDTH) -> None:
        layer.weight, layer.bias = some(out, into), np.zeros(out, np.float32)

    def attention(layer: Any, parts: tuple[int, ...]) -> None:
        norm(layer.layer_norm)
        for one, out in zip(layer.linear, parts, strict=True):
            linear(one, out)

    for side in (spec.encoder, spec.decoder):
        norm(side.layer_norm)
        for layer in side.layer:
            attention(layer.self_attention, (3 * WIDTH, WIDTH))
            if side is spec.decoder:
                attention(layer.attention, (WIDTH, 2 * WIDTH, WIDTH))
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, INNER)
            linear(layer.ffn.linear_1, WIDTH, INNER)
    spec.register_source_vocabulary(words)
    spec.register_target_vocabulary(words)
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


class Tokens:
    """About as many tokens to a text as the vocabulary of a real model gives it: 32 to 21 words."""

    def encode(self, sentence: str) -> list[str]:
        pieces = [word[at : at + 6] for word in sentence.split() for at in range(0, len(word), 6)]
        return [f"word{zlib.crc32(piece.encode()) % 31_000}" for piece in pieces]

    def decode(self, tokens: list[str]) -> str:
        return " ".join(tokens)


class Lengthening:
    """A translator of CTranslate2 whose answers have the length of real ones."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._engine = ctranslate2.Translator(*args, **kwargs)

    def translate_batch(self, tokens: list[list[str]], **kwargs: Any) -> Any:
        length = max(1, round(1.1 * max(map(len, tokens))))
        kwargs |= {"min_decoding_length": length, "max_decoding_length": length}
        return self._engine.translate_batch(tokens, **kwargs)
