CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER archive_records_as_written BEFORE UPDATE OF row, import_id, source_key, source_record_id, version, content_hash, surname, given_name, patronymic, birth, birth_place, draft_place, rank, unit, fate, loss_date, loss_place, primary_burial, current_burial, citation, url, notes, kin ON archive_records BEGIN SELECT RAISE(ABORT, 'an archive record stays as written'); END;
