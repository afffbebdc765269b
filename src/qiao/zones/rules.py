"""Who may do what in a zone, as small predicates over a membership."""

from __future__ import annotations

from rules.predicates import Predicate

from qiao.zones.models import Membership, Role


def _holds(*roles: Role) -> Predicate:
    names = frozenset(role.value for role in roles)

    def holds(member: Membership) -> bool:
        return member.active and member.role in names

    return Predicate(holds, name="holds_" + "_or_".join(sorted(names)))


is_director = _holds(Role.DIRECTOR)
is_officer = _holds(Role.OFFICER)
is_keeper = _holds(Role.KEEPER)
is_analyst = _holds(Role.ANALYST)
is_guest = _holds(Role.GUEST)

may_manage_members = is_director
may_read_audit = is_director | is_analyst
may_record = is_director | is_officer | is_keeper
may_review = is_director | is_officer
may_plan = is_director | is_officer
may_read = is_director | is_officer | is_keeper | is_analyst | is_guest
