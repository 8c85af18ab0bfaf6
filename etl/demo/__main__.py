"""`python -m etl.demo`: write data/demo/ and data/demo_2020/ again, and for the tests what a perfect reader finds."""

from etl.demo import write_demo, write_earlier
from etl.demo.truth import write_truth
from programme.settings import DEMO, EARLIER_DEMO, ROOT


def main() -> None:
    for path in [*write_demo(DEMO), *write_earlier(EARLIER_DEMO), *write_truth(ROOT / "tests" / "etl" / "demo")]:
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
