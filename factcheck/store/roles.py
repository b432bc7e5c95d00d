"""Roles for a dossier on PostgreSQL, as SQL that its owner runs: who may read, who may judge, who may bring things in.

What the program would not do, the database does not let anyone do either: no role changes or removes an entry of the
ledger or a document's bytes, and an entry says the name of the role that wrote it. What a role may write it can also
write past the program; `verify` finds that, since the ledger does not tell of it.
"""

from collections.abc import Iterator

from factcheck.store.tables import metadata

READER, REVIEWER, EDITOR = "factcheck_reader", "factcheck_reviewer", "factcheck_editor"

APPENDED = ("ledger", "ledger_subject", "snapshot")
"""Tables to which rows are added, and nothing else."""
OF_EDITORS = ("batch", "document", "dossier", "snapshot", "source")
"""Tables that reviewers only read: what was published, who publishes it and how it is graded."""

_OTHERS = """\
DO $$ DECLARE other name; BEGIN
    FOR other IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ({known}) LOOP
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO {writers}', other);
    END LOOP;
END $$;
"""
"""Indexes for the search that are tables of the database's own."""
_WHO = """\
CREATE OR REPLACE FUNCTION factcheck_who() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    who text := NEW.body::json ->> 'who';
    owner oid := (SELECT relowner FROM pg_class WHERE oid = TG_RELID);
BEGIN
    IF who IS DISTINCT FROM session_user::text AND NOT pg_has_role(session_user, owner, 'MEMBER') THEN
        RAISE EXCEPTION 'you are connected as %, so the ledger cannot say that it was % (use --as %)',
            session_user, who, session_user USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER ledger_who BEFORE INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION factcheck_who();
"""

_HEADER = f"""\
-- Roles of factcheck. Run as the owner of the dossier's tables, once, and again after each `factcheck db upgrade`:
--     factcheck db roles | psql DATABASE
-- Then give each person a login and one of the roles:
--     CREATE ROLE anna LOGIN PASSWORD '...' IN ROLE {REVIEWER};
--     {READER:<20} reads everything, writes nothing
--     {REVIEWER:<20} also decides, relates and edits; cannot grade sources or bring documents in
--     {EDITOR:<20} also adds documents, imports claims and grades sources
-- Nobody but the owner can change or remove an entry of the ledger, or write one under another name than the login's.
BEGIN;
"""


def script() -> str:
    """The SQL; running it again does no harm."""
    return "".join((_HEADER, *_roles(), *_rights(), _WHO, "COMMIT;\n"))


def _roles() -> Iterator[str]:
    yield "DO $$ BEGIN\n"
    for role in (READER, REVIEWER, EDITOR):
        known = f"SELECT FROM pg_roles WHERE rolname = '{role}'"
        yield f"    IF NOT EXISTS ({known}) THEN CREATE ROLE {role} NOLOGIN; END IF;\n"
    yield "END $$;\n"


def _rights() -> Iterator[str]:
    all_roles = f"{READER}, {REVIEWER}, {EDITOR}"
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC;\n"
    yield f"GRANT USAGE ON SCHEMA public TO {all_roles};\n"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {all_roles};\n"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {all_roles};\n"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {REVIEWER}, {EDITOR};\n"
    for table in sorted(metadata.tables):
        writers = EDITOR if table in OF_EDITORS else f"{REVIEWER}, {EDITOR}"
        if table == "head":
            rights = "UPDATE"  # a trigger lets it name nothing but the last entry
        elif table in APPENDED:
            rights = "INSERT"
        else:
            rights = "INSERT, UPDATE, DELETE"
        yield f"GRANT {rights} ON {table} TO {writers};\n"
    known = ", ".join(f"'{table}'" for table in sorted((*metadata.tables, "alembic_version")))
    yield _OTHERS.format(known=known, writers=f"{REVIEWER}, {EDITOR}")
