"""`python -m pipeline` is the same program as `pipeline`.

Each worker process loads the script that began the program anew, which therefore leads no further
than here.
"""

import sys


def main() -> int:
    """Run the command line and return its exit status."""
    from pipeline import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
