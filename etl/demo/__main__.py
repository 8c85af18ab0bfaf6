"""`python -m etl.demo`: write data/demo/ again, and what a perfect reader would find in it for the tests."""

from etl.demo import write_demo
from etl.demo.truth import write_truth
from programme.settings import DEMO, ROOT


def main() -> None:
    for path in [*write_demo(DEMO), *write_truth(ROOT / "tests" / "etl" / "demo")]:
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
