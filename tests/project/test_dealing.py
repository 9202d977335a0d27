"""Tests that share what is dear to make are dealt to one process (--dist loadgroup)."""

from __future__ import annotations

import os

import pytest


def test_the_group_is_in_the_name_that_tests_are_dealt_by(request: pytest.FixtureRequest) -> None:
    """Between two releases it was not, and every process made every module's fixture."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        assert request.node.nodeid.endswith("@tests/project/test_dealing.py")
