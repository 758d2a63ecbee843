"""Limits for senders whom nobody lists."""

from bot.security.buckets import A_DAY_S, Buckets, Rate, Tries

LEILA, OMAR = "@leila:people.test", "@omar:people.test"


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_then_one_at_a_time() -> None:
    """What is taken comes back with time, and never more than the burst."""
    clock = Clock()
    buckets = Buckets(Rate(3, 10.0), clock)
    assert [buckets.take(LEILA) for _ in range(5)] == [True, True, True, False, False]
    assert buckets.wait(LEILA) == 10.0
    clock.now += 10.0
    assert buckets.wait(LEILA) == 0.0
    assert [buckets.take(LEILA) for _ in range(2)] == [True, False]
    clock.now += 1000.0
    assert [buckets.take(LEILA) for _ in range(4)] == [True, True, True, False]


def test_one_sender_does_not_use_up_another_ones() -> None:
    """Each has a bucket of their own."""
    buckets = Buckets(Rate(1, 10.0), Clock())
    assert buckets.take(LEILA)
    assert not buckets.take(LEILA)
    assert buckets.take(OMAR)


def test_the_number_of_buckets_is_bounded() -> None:
    """A thousand strangers do not fill the memory."""
    buckets = Buckets(Rate(1, 10.0), Clock(), most=100)
    for number in range(1000):
        buckets.take(str(number))
    assert len(buckets) == 100
    assert not buckets.take("999")


def test_nothing_outlives_the_day() -> None:
    """With the day's key everything counted is gone, and no sender can be looked up."""
    clock = Clock()
    buckets, tries = Buckets(Rate(1, 10 * A_DAY_S), clock), Tries(clock=clock)
    buckets.take(LEILA)
    tries.failed(LEILA)
    held = [*buckets._full_at._values, *tries._failed._values]
    clock.now += A_DAY_S
    assert buckets.take(LEILA)
    assert not tries.blocked(LEILA)
    assert not set(held) & {*buckets._full_at._values, *tries._failed._values}
    assert len(tries) == 0


def test_only_a_keyed_hash_is_held() -> None:
    """Neither the memory nor the text of it names anybody."""
    buckets = Buckets(Rate(1, 10.0), Clock())
    buckets.take(LEILA)
    assert [len(place) for place in buckets._full_at._values] == [32]
    assert "leila" not in f"{buckets!r} {buckets._full_at!r} {vars(buckets)}"


def test_three_failures_and_a_pause() -> None:
    """The third failure blocks; the pause over, three more are free."""
    clock = Clock()
    tries = Tries(clock=clock)
    for _ in range(2):
        tries.failed(LEILA)
        assert not tries.blocked(LEILA)
    tries.failed(LEILA)
    assert tries.blocked(LEILA)
    assert not tries.blocked(OMAR)
    clock.now += 899.0
    assert tries.blocked(LEILA)
    clock.now += 1.0
    assert not tries.blocked(LEILA)
    tries.failed(LEILA)
    assert not tries.blocked(LEILA)


def test_success_forgives() -> None:
    """Failures count in a row."""
    tries = Tries(clock=Clock())
    for _ in range(2):
        tries.failed(LEILA)
    tries.succeeded(LEILA)
    tries.failed(LEILA)
    assert not tries.blocked(LEILA)
