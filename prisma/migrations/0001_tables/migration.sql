-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email_lookup" BYTEA NOT NULL,
    "kdf_salt" BYTEA NOT NULL,
    "verifier" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "wrapped_by_passphrase" BYTEA NOT NULL,
    "wrapped_by_recovery" BYTEA NOT NULL,
    "coordinator" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "disabled_on" DATE,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "sealed_user_key" BYTEA NOT NULL,
    "opened_at" TIMESTAMPTZ(0) NOT NULL,
    "seen_at" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "case_file" (
    "site_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'received',
    "language" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "assignee_id" UUID,
    "created_on" DATE NOT NULL,
    "waiting_since" DATE,
    "follow_up_on" DATE,
    "erase_after" DATE,
    "unread" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 0,
    "key_epoch" INTEGER NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "sealed_enquiry" BYTEA NOT NULL,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "mailbox_key" (
    "site_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "lookup_id" BYTEA NOT NULL,
    "wrapped_key" BYTEA NOT NULL,

    CONSTRAINT "mailbox_key_pkey" PRIMARY KEY ("site_id","case_id")
);

-- CreateTable
CREATE TABLE "message" (
    "site_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "created_on" DATE NOT NULL,
    "sealed_body" BYTEA NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("site_id","case_id","seq")
);

-- CreateTable
CREATE TABLE "note" (
    "site_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "created_on" DATE NOT NULL,
    "sealed_body" BYTEA NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("site_id","case_id","id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "site_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "sealed_detail" BYTEA NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("site_id","case_id","seq")
);

-- CreateTable
CREATE TABLE "site" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "carriers" TEXT[],
    "state_code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "area" JSONB,
    "channels" TEXT[],
    "languages" TEXT[],
    "publish_address" BOOLEAN NOT NULL,
    "offices" JSONB NOT NULL,
    "website" TEXT,
    "sources" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_key" (
    "site_id" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "public_key" BYTEA NOT NULL,
    "recovery_key" BYTEA NOT NULL,
    "sealed_for_recovery" BYTEA NOT NULL,
    "created_on" DATE NOT NULL,

    CONSTRAINT "site_key_pkey" PRIMARY KEY ("site_id","epoch")
);

-- CreateTable
CREATE TABLE "site_key_grant" (
    "site_id" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "sealed_site_key" BYTEA NOT NULL,

    CONSTRAINT "site_key_grant_pkey" PRIMARY KEY ("site_id","epoch","account_id")
);

-- CreateTable
CREATE TABLE "membership" (
    "site_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "key_epoch" INTEGER NOT NULL,
    "sealed_name" BYTEA NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("site_id","account_id")
);

-- CreateTable
CREATE TABLE "site_counter" (
    "site_id" TEXT NOT NULL,
    "next_case_number" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "site_counter_pkey" PRIMARY KEY ("site_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_lookup_key" ON "account"("email_lookup");

-- CreateIndex
CREATE INDEX "staff_session_account_id_idx" ON "staff_session"("account_id");

-- CreateIndex
CREATE INDEX "case_file_site_id_status_number_idx" ON "case_file"("site_id", "status", "number");

-- CreateIndex
CREATE INDEX "case_file_site_id_assignee_id_number_idx" ON "case_file"("site_id", "assignee_id", "number");

-- CreateIndex
CREATE INDEX "case_file_site_id_language_number_idx" ON "case_file"("site_id", "language", "number");

-- CreateIndex
CREATE INDEX "case_file_site_id_channel_number_idx" ON "case_file"("site_id", "channel", "number");

-- CreateIndex
CREATE INDEX "case_file_site_id_unread_number_idx" ON "case_file"("site_id", "unread", "number");

-- CreateIndex
CREATE INDEX "case_file_site_id_waiting_since_number_idx" ON "case_file"("site_id", "waiting_since", "number");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_site_id_number_key" ON "case_file"("site_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_key_lookup_id_key" ON "mailbox_key"("lookup_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_site_id_case_id_id_key" ON "message"("site_id", "case_id", "id");

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_site_id_key_epoch_fkey" FOREIGN KEY ("site_id", "key_epoch") REFERENCES "site_key"("site_id", "epoch") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_site_id_assignee_id_fkey" FOREIGN KEY ("site_id", "assignee_id") REFERENCES "membership"("site_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailbox_key" ADD CONSTRAINT "mailbox_key_site_id_case_id_fkey" FOREIGN KEY ("site_id", "case_id") REFERENCES "case_file"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_site_id_case_id_fkey" FOREIGN KEY ("site_id", "case_id") REFERENCES "case_file"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_site_id_case_id_fkey" FOREIGN KEY ("site_id", "case_id") REFERENCES "case_file"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_site_id_case_id_fkey" FOREIGN KEY ("site_id", "case_id") REFERENCES "case_file"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_key" ADD CONSTRAINT "site_key_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_key_grant" ADD CONSTRAINT "site_key_grant_site_id_epoch_fkey" FOREIGN KEY ("site_id", "epoch") REFERENCES "site_key"("site_id", "epoch") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_key_grant" ADD CONSTRAINT "site_key_grant_site_id_account_id_fkey" FOREIGN KEY ("site_id", "account_id") REFERENCES "membership"("site_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_counter" ADD CONSTRAINT "site_counter_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

