"""How likely two groups of records are one, as a member may be told: one pair, one number, wherever it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from qiao.engines.resolve import Decision, Likeness, Reason, Record
from qiao.register.adapt import adapted
from qiao.register.enums import EntityKind
from qiao.register.models import WaitingPair
from qiao.register.queries.alike import later_first
from qiao.register.queries.candidates import candidates
from qiao.register.queries.readers import Reader, seen_by
from qiao.zones.models import Membership

RIVALS = "rivals"


def likelihood(
    member: Membership, kind: EntityKind, sides: dict[UUID, Sequence[UUID]], pair: WaitingPair | None = None
) -> Likeness | None:
    """The likelihood that two groups are one, asked as `alike` says; None when what the member sees gives no ground.

    sides    two records, each with the records of its group that the member sees.
    pair     the pair that waits between them, where it is at hand.
    A pair that waits has been weighed against the whole register: that number is told to all who see what it rests
    on. To whoever is confined to circles it would tell of what else is known; they, and pairs that do not wait, get
    the same asked through the index, of what the member sees.
    """
    from qiao.engines.resolve import compare  # loads what compares: when first needed

    reader = seen_by(member)
    records = list(adapted(reader, kind, sides))
    if len(records) < 2:
        return None
    later, earlier = later_first(*records)
    grounds = compare(later, earlier).reasons
    if not grounds:
        return None
    waiting = None if member.is_confined else pair or _waiting(member, sides)
    return _kept(waiting, grounds) if waiting else _looked_up(reader, later, earlier)


def _looked_up(reader: Reader, later: Record, earlier: Record) -> Likeness:
    from qiao.engines.resolve import Registry

    (found,) = Registry(candidates(reader, later)).decisions([(later, earlier)])
    return found


def _waiting(member: Membership, sides: dict[UUID, Sequence[UUID]]) -> WaitingPair | None:
    """The pair that waits between the two groups; the likeliest, where more than one does."""
    one, other = (list(records) for records in sides.values())
    pairs = WaitingPair.objects.visible_to(member).filter(dropped__isnull=True)
    between = pairs.filter(left__in=one, right__in=other) | pairs.filter(left__in=other, right__in=one)
    return between.order_by("-score", "id").first()


def _kept(pair: WaitingPair, grounds: tuple[Reason, ...]) -> Likeness:
    """The number that was found, with its grounds in the words that the member sees."""
    codes = {code if isinstance(code, str) else code[0] for code in pair.reasons}
    rivals = (Reason(RIVALS, -1.0),) if RIVALS in codes else ()
    return Likeness(pair.score, Decision.ASK, grounds + rivals)
