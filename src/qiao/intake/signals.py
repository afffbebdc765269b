"""What intake announces; upper rooms listen and record what follows from an accepted fact."""

from django.dispatch import Signal

fact_accepted = Signal()  # acceptance: Acceptance, entity: Entity
