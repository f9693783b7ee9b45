-- A list of open or unassigned cases is a walk along one of these, in the order of the list: an index on the column
-- itself yields no order for several values, nor for NULL. The statuses are OPEN_STATUSES of lib/cases/rules.ts.
CREATE INDEX "case_file_open_idx" ON "case_file"("site_id", "number")
  WHERE (status IN ('received', 'screened', 'assigned', 'waiting', 'scheduled', 'counselling', 'referring', 'accompanying', 'dormant'));
CREATE INDEX "case_file_unassigned_idx" ON "case_file"("site_id", "number") WHERE ("assignee_id" IS NULL);
