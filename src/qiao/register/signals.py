"""What the register announces; upper rooms listen to rebuild what they derived."""

from django.dispatch import Signal

claims_changed = Signal()  # act: Act, entities: set[UUID]
entities_regrouped = Signal()  # act: Act, entities: set[UUID]
