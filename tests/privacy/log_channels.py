"""Ways in which a program prints, logs or fails with a secret in its hands.

Each runs in a process of its own: half of them end it or change it for good. `PROGRAM` splits one
off for each channel when everything is imported, and writes down what came out of them.
"""

OURS = {
    "a record's text": "logging.getLogger('nio.rooms').warning('got ' + secret)",
    "a record's arguments": "logging.getLogger('aiohttp').error('got %s', secret)",
    "a logger's name": "logging.getLogger(secret).error('x')",
    "a record's extra": "logging.getLogger('x').error('x', extra={'body': secret})",
    "a record's stack": "logging.getLogger('x').error('x', stack_info=True, exc_info=True)",
    "a failing record": "logging.getLogger('x').error('%d', secret)",
    "an exception logged": "try_log(secret)",
    "a logger with its own handler": (
        "own.addHandler(logging.StreamHandler()); install(); own.error(secret)"
    ),
    "a handler added later": "own.addHandler(logging.StreamHandler()); own.error(secret)",
    "logging set up again": "logging.basicConfig(force=True); logging.error(secret)",
    "a lost logger": "logging.lastResort = None; logging.error(secret)",
    "a debugging logger": "own.setLevel(logging.DEBUG); own.debug(secret)",
    "an uncaught exception": "raise ValueError(secret)",
    "a key that is missing": "{}[secret]",
    "an assertion": "assert not secret, secret",
    "a file that is missing": "open('/nowhere/' + secret)",
    "a name that is missing": "getattr(sys, secret)",
    "a number that is none": "int(secret)",
    "text that is not UTF-8": "(secret.encode() + b'\\xff').decode()",
    "broken JSON": "json.loads('{\"' + secret)",
    "an import that fails": "importlib.import_module(secret)",
    "a wrong sentence": "compile(secret + '!', secret, 'exec')",
    "a cause": "raise RuntimeError('x') from ValueError(secret)",
    "a context": "try_raise_again(secret)",
    "a group": "raise ExceptionGroup(secret, [ValueError(secret)])",
    "a note on an exception": "e = ValueError(); e.add_note(secret); raise e",
    "a class made while running": "raise type(secret.replace('-', ''), (Exception,), {})()",
    "code named while running": "exec(compile('1/0', secret + '.py', 'exec'))",
    "an end with words": "sys.exit(secret)",
    "a thread": "t = threading.Thread(target=fail, args=(secret,)); t.start(); t.join()",
    "a thread's name": "t = threading.Thread(target=fail, name=secret, args='x'); t.start()",
    "a pool of threads": (
        "p = concurrent.futures.ThreadPoolExecutor(1); p.submit(fail, secret).result()"
    ),
    "a destructor": "Bad(secret); gc.collect()",
    "a generator closed badly": "g = stubborn(secret); next(g); del g; gc.collect()",
    "something at the exit": "atexit.register(fail, secret)",
    "a warning": "warnings.warn(secret)",
    "a warning with a place": "warnings.warn_explicit(secret, UserWarning, secret, 1)",
    "a printed traceback": "try_print(secret)",
    "a printed stack": "secret_too = secret; traceback.print_stack()",
    "a print": "print(secret)",
    "a print to the terminal": "print(secret, file=sys.stderr)",
    "a signal's exception": (
        "signal.signal(signal.SIGTERM, lambda *_: fail(secret)); os.kill(os.getpid(), 15)"
    ),
    "Ctrl-C": "hold = secret; signal.raise_signal(signal.SIGINT)",
    "a task nobody waits for": "asyncio.run(lonely(secret))",
    "a task destroyed": "asyncio.run(forgotten(secret))",
    "a future nobody asked": "asyncio.run(unasked(secret))",
    "a callback of the loop": "asyncio.run(callback(secret))",
    "a task group": "asyncio.run(grouped(secret))",
    "a slow step of a debugged loop": "asyncio.run(slow(secret), debug=True)",
    "a coroutine never awaited": "slow(secret); gc.collect()",
    "a process that fails to start": "subprocess.run([secret])",
    "a process that fails": "subprocess.run(['false', secret], check=True)",
}
OTHERS = {
    "aiosqlite, debugging": "asyncio.run(statement(secret))",
    "sqlcipher's refusal": "sqlcipher3.connect(':memory:').execute('SELECT ' + secret)",
    "nio, an answer it cannot read": (
        "logging.getLogger('nio').setLevel(10); nio.SyncResponse.from_dict({'rooms': secret})"
    ),
    "nio, an event it cannot read": (
        "logging.getLogger('nio').setLevel(10); "
        "nio.Event.parse_event({'type': 'm.room.message', 'content': secret}); own.error('x')"
    ),
    "aiohttp, a session left open": "asyncio.run(unclosed(secret))",
    "aiohttp, a refused connection": "asyncio.run(refused(secret))",
    "pydantic": "pydantic.TypeAdapter(int).validate_python(secret)",
    "fluent": "fluent.runtime.FluentResource(secret); own.error('x')",
    "argparse": "argparse.ArgumentParser().parse_args(['--' + secret])",
    "rich, with local values": "rich.traceback.install(show_locals=True); fail(secret)",
    "typer, with local values": "typer_app(secret)",
    "a command of the line": "command(ValueError(secret))",
    "a command that is told to end": "command(SystemExit(secret))",
    "an error with a key, in a command": "command(KeyError(secret))",
}
# The interpreter's own last words: they are not ours to shape.
NATIVE = {
    "a crash of the interpreter": "faulthandler.enable(sys.__stderr__); hold = secret; os.abort()",
    "a dump of all threads": "hold = secret; faulthandler.dump_traceback(sys.__stderr__)",
}
PROLOGUE = """
import argparse, asyncio, atexit, concurrent.futures, faulthandler, gc, importlib, json, logging
import os, signal, subprocess, sys, threading, traceback, warnings
own = logging.getLogger("own")
from bot.security.logging import install

def fail(text):
    raise ValueError(text)

def try_log(text):
    try:
        fail(text)
    except ValueError:
        logging.getLogger("peewee").exception("failed with %s", text)

def try_print(text):
    try:
        fail(text)
    except ValueError:
        traceback.print_exc()

def try_raise_again(text):
    try:
        fail(text)
    except ValueError:
        raise RuntimeError("x")

class Bad:
    def __init__(self, text):
        self.text = text
    def __del__(self):
        raise ValueError(self.text)

def stubborn(text):
    try:
        yield
    finally:
        raise ValueError(text)

async def lonely(text):
    async def inner():
        fail(text)
    asyncio.get_running_loop().create_task(inner(), name=text)
    await asyncio.sleep(0.01)
    gc.collect()

async def forgotten(text):
    async def inner():
        await asyncio.get_running_loop().create_future()
    task = asyncio.get_running_loop().create_task(inner(), name=text)
    await asyncio.sleep(0.01)
    del task
    gc.collect()

async def unasked(text):
    asyncio.get_running_loop().create_future().set_exception(ValueError(text))
    gc.collect()

async def callback(text):
    asyncio.get_running_loop().call_soon(fail, text)
    await asyncio.sleep(0.01)

async def grouped(text):
    async def inner():
        fail(text)
    async with asyncio.TaskGroup() as group:
        group.create_task(inner(), name=text)

async def slow(text):
    asyncio.current_task().set_name(text)
    asyncio.get_running_loop().slow_callback_duration = 0.0
    await asyncio.sleep(0.01)
"""
MORE = """
import aiohttp, aiosqlite, fluent.runtime, nio, pydantic, rich.traceback, sqlcipher3, typer
import bot.cli

async def statement(text):
    logging.getLogger("aiosqlite").setLevel(logging.DEBUG)
    async with aiosqlite.connect(":memory:") as db:
        await db.execute("SELECT ?", (text,))

async def unclosed(text):
    aiohttp.ClientSession(headers={"X-Words": text})
    gc.collect()

async def refused(text):
    async with aiohttp.ClientSession() as session:
        await session.get("http://127.0.0.1:9/" + text)

def typer_app(text):
    app = typer.Typer()
    @app.command()
    def run():
        fail(text)
    app()

def command(fault):
    def failing(path):
        raise fault
    import bot.config
    bot.config.read_config = failing
    sys.argv = ["vertrouwenslijn", "run"]
    bot.cli.main()
"""

PROGRAM = """
given = json.load(sys.stdin)
secret, came_out = given["secret"], {}
for name, code in given["channels"].items():
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(into, 1), os.dup2(into, 2), os.close(into), os.close(out)
        if given["with_log"]:
            install()
        else:
            install = print
        break
    os.close(into)
    with open(out, "rb") as pipe:
        came_out[name] = pipe.read().decode(errors="replace")
    os.waitpid(child, 0)
else:
    json.dump(came_out, sys.stdout)
    sys.stdout.flush()
    os._exit(0)
exec(code)
"""
