-- AlterTable
ALTER TABLE "account" ADD COLUMN     "last_seen_on" DATE NOT NULL DEFAULT CURRENT_DATE,
ADD COLUMN     "recovery_confirmed_on" DATE,
ADD COLUMN     "sealed_totp" BYTEA,
ADD COLUMN     "totp_step" INTEGER,
ALTER COLUMN "wrapped_by_recovery" DROP NOT NULL;

-- AlterTable
ALTER TABLE "staff_session" ADD COLUMN     "device" TEXT NOT NULL DEFAULT 'computer';

-- AlterTable
ALTER TABLE "site_key" DROP COLUMN "recovery_key",
DROP COLUMN "sealed_for_recovery";

-- AlterTable
ALTER TABLE "site_key_grant" ADD COLUMN     "sealed_pin" BYTEA NOT NULL DEFAULT '\x';

-- AlterTable
ALTER TABLE "membership" ALTER COLUMN "key_epoch" DROP NOT NULL,
ALTER COLUMN "sealed_name" DROP NOT NULL;

-- AlterTable
ALTER TABLE "site_counter" ADD COLUMN     "changes" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "passkey" (
    "credential_id" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" INTEGER NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "device" TEXT NOT NULL,
    "wrapped_by_prf" BYTEA,
    "created_on" DATE NOT NULL,
    "used_on" DATE,

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("credential_id")
);

-- CreateTable
CREATE TABLE "network_invitation" (
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "network_invitation_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "site_recovery" (
    "site_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "created_on" DATE NOT NULL,
    "confirmed_on" DATE,
    "outdated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "site_recovery_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "site_key_recovery" (
    "site_id" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "recovery_id" UUID NOT NULL,
    "sealed_site_key" BYTEA NOT NULL,
    "sealed_pin" BYTEA NOT NULL,

    CONSTRAINT "site_key_recovery_pkey" PRIMARY KEY ("site_id","epoch","recovery_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "site_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "role" TEXT NOT NULL,
    "resets" BOOLEAN NOT NULL DEFAULT false,
    "key_epoch" INTEGER,
    "sealed_name" BYTEA,
    "expires_at" TIMESTAMPTZ(0) NOT NULL,
    "account_id" UUID,
    "used" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "site_event" (
    "site_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "key_epoch" INTEGER NOT NULL,
    "sealed_detail" BYTEA NOT NULL,

    CONSTRAINT "site_event_pkey" PRIMARY KEY ("site_id","seq")
);

-- CreateIndex
CREATE INDEX "passkey_account_id_idx" ON "passkey"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_recovery" ADD CONSTRAINT "site_recovery_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_key_recovery" ADD CONSTRAINT "site_key_recovery_site_id_epoch_fkey" FOREIGN KEY ("site_id", "epoch") REFERENCES "site_key"("site_id", "epoch") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_key_recovery" ADD CONSTRAINT "site_key_recovery_site_id_recovery_id_fkey" FOREIGN KEY ("site_id", "recovery_id") REFERENCES "site_recovery"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_event" ADD CONSTRAINT "site_event_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The defaults were for what was there before: a grant without a pin has to be made again by a colleague.
ALTER TABLE account ALTER COLUMN last_seen_on DROP DEFAULT;
ALTER TABLE staff_session ALTER COLUMN device DROP DEFAULT;
ALTER TABLE site_key_grant ALTER COLUMN sealed_pin DROP DEFAULT;

ALTER TABLE staff_session ADD CONSTRAINT staff_session_device CHECK (device IN ('computer', 'phone', 'tablet'));
ALTER TABLE passkey
  ADD CONSTRAINT passkey_device CHECK (device IN ('computer', 'phone', 'tablet')),
  ADD CONSTRAINT passkey_size CHECK (octet_length(credential_id) <= 1024 AND octet_length(public_key) <= 2048
    AND octet_length(wrapped_by_prf) <= 200);
ALTER TABLE account ADD CONSTRAINT account_totp_size CHECK (octet_length(sealed_totp) <= 200);
ALTER TABLE invitation
  ADD CONSTRAINT invitation_role CHECK (role IN ('counsellor', 'lead')),
  ADD CONSTRAINT invitation_resets_somebody CHECK (account_id IS NOT NULL OR NOT (resets OR used)),
  ADD CONSTRAINT invitation_size CHECK (octet_length(token_hash) = 32 AND octet_length(sealed_name) <= 2048);
ALTER TABLE network_invitation ADD CONSTRAINT network_invitation_size CHECK (octet_length(token_hash) = 32);
ALTER TABLE membership ADD CONSTRAINT membership_name CHECK ((sealed_name IS NULL) = (key_epoch IS NULL));
ALTER TABLE site_event ADD CONSTRAINT site_event_size CHECK (octet_length(sealed_detail) <= 70000);
ALTER TABLE site_key_recovery ADD CONSTRAINT site_key_recovery_size CHECK (octet_length(sealed_site_key) <= 200
  AND octet_length(sealed_pin) <= 2048);

ALTER TABLE account            ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE staff_session      ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE passkey            ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE network_invitation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE site_recovery      ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE site_key_recovery  ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE invitation         ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE site_event         ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- A desk makes and gives out the keys of its own site, and knows of its colleagues' accounts what that needs.
-- The policy on membership holds inside these conditions too: of other sites' people a desk sees nothing.
CREATE POLICY desk_adds    ON site_key       FOR INSERT TO counselling WITH CHECK (site_id = current_site());
CREATE POLICY desk_adds    ON site_key_grant FOR INSERT TO counselling WITH CHECK (site_id = current_site());
CREATE POLICY desk_removes ON site_key_grant FOR DELETE TO counselling USING (site_id = current_site());
CREATE POLICY desk_changes ON membership     FOR UPDATE TO counselling USING (site_id = current_site());
CREATE POLICY desk ON site_recovery     FOR ALL TO counselling USING (site_id = current_site());
CREATE POLICY desk ON site_key_recovery FOR ALL TO counselling USING (site_id = current_site());
CREATE POLICY desk ON invitation        FOR ALL TO counselling USING (site_id = current_site());
CREATE POLICY desk ON site_event        FOR ALL TO counselling USING (site_id = current_site());
CREATE POLICY colleagues_read ON account FOR SELECT TO counselling
  USING (EXISTS (SELECT FROM membership m WHERE m.account_id = account.id));
CREATE POLICY colleagues_unlock ON account FOR UPDATE TO counselling
  USING (EXISTS (SELECT FROM membership m WHERE m.account_id = account.id AND m.active));
CREATE POLICY colleagues_end ON staff_session FOR ALL TO counselling
  USING (EXISTS (SELECT FROM membership m WHERE m.account_id = staff_session.account_id AND m.active))
  WITH CHECK (false);

GRANT INSERT ON site_key TO counselling;
GRANT INSERT, DELETE ON site_key_grant TO counselling;
GRANT SELECT, INSERT, DELETE, UPDATE (confirmed_on, outdated) ON site_recovery TO counselling;
GRANT SELECT, INSERT, DELETE ON site_key_recovery TO counselling;
GRANT UPDATE (role, key_epoch, sealed_name, active) ON membership TO counselling;
GRANT SELECT (site_id, id, role, resets, key_epoch, sealed_name, expires_at, account_id, used), INSERT, DELETE
  ON invitation TO counselling;
GRANT SELECT, INSERT ON site_event TO counselling; -- history is only ever added
GRANT UPDATE (changes) ON site_counter TO counselling;
GRANT UPDATE (key_epoch, wrapped_key) ON case_file TO counselling;
GRANT SELECT (id, public_key, last_seen_on, recovery_confirmed_on, coordinator), UPDATE (last_seen_on) ON account TO counselling;
GRANT SELECT (account_id), DELETE ON staff_session TO counselling;

-- Sign-in makes accounts out of invitations and keeps what proves who somebody is. It gives nobody keys.
CREATE POLICY signing_in   ON account            FOR ALL    TO auth USING (true);
CREATE POLICY signing_in   ON staff_session      FOR ALL    TO auth USING (true);
CREATE POLICY signing_in   ON passkey            FOR ALL    TO auth USING (true);
CREATE POLICY joining      ON network_invitation FOR ALL    TO auth USING (true);
CREATE POLICY joining      ON invitation         FOR ALL    TO auth USING (true);
CREATE POLICY joining      ON membership         FOR INSERT TO auth WITH CHECK (active AND sealed_name IS NULL);
CREATE POLICY coming_back  ON membership         FOR UPDATE TO auth USING (true) WITH CHECK (active);
CREATE POLICY resetting    ON site_key_grant     FOR ALL    TO auth USING (true) WITH CHECK (false);
CREATE POLICY sweeping     ON staff_session      FOR ALL    TO jobs USING (true) WITH CHECK (false);

GRANT INSERT ON account TO auth;
GRANT UPDATE (kdf_salt, verifier, public_key, wrapped_by_passphrase, wrapped_by_recovery, recovery_confirmed_on,
  sealed_totp, totp_step, locale, last_seen_on) ON account TO auth;
GRANT UPDATE (coordinator) ON account TO auth; -- somebody who works here already becomes a coordinator as well
GRANT SELECT, INSERT, DELETE, UPDATE (counter, used_on, wrapped_by_prf) ON passkey TO auth;
GRANT SELECT, DELETE ON network_invitation TO auth;
GRANT SELECT (site_id, id, token_hash, role, resets, expires_at, account_id, used), UPDATE (account_id, used)
  ON invitation TO auth;
GRANT INSERT (site_id, account_id, role, active), UPDATE (role, active) ON membership TO auth;
GRANT SELECT (account_id), DELETE ON site_key_grant TO auth;

CREATE POLICY provisioning ON account            FOR ALL TO CURRENT_USER USING (true);
CREATE POLICY provisioning ON staff_session      FOR ALL TO CURRENT_USER USING (true);
CREATE POLICY provisioning ON network_invitation FOR ALL TO CURRENT_USER USING (true);
CREATE POLICY provisioning ON invitation         FOR ALL TO CURRENT_USER USING (true);
CREATE POLICY provisioning ON site_recovery      FOR ALL TO CURRENT_USER USING (true);
CREATE POLICY provisioning ON site_key_recovery  FOR ALL TO CURRENT_USER USING (true);

-- Cases in work under an older key than the newest; the statuses are OPEN_STATUSES of lib/cases/rules.ts.
CREATE INDEX "case_file_rewrap_idx" ON "case_file"("site_id", "key_epoch")
  WHERE (status IN ('received', 'screened', 'assigned', 'waiting', 'scheduled', 'counselling', 'referring', 'accompanying', 'dormant'));
