from __future__ import annotations

from django.db import models

from qiao.register.models.entity import EntityRow


class Organisation(EntityRow):
    """One row is any firm, school, agency or public body. `form` is our own note of what sort it is."""

    form = models.CharField(max_length=40, blank=True)


class Person(EntityRow):
    """One row is any human met, named or considered; what is known of them is claims."""
