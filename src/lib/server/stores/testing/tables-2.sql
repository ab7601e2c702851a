-- A room with one person in it, as the tables of this number kept it. Never changed: it is what is on disks.
CREATE TABLE logs (
id TEXT PRIMARY KEY,
writer TEXT NOT NULL,
format INTEGER NOT NULL,
summary TEXT NOT NULL
) STRICT;
CREATE TABLE events (
log TEXT NOT NULL REFERENCES logs ON DELETE CASCADE,
version INTEGER NOT NULL,
event TEXT NOT NULL,
PRIMARY KEY (log, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE log_rows (
log TEXT NOT NULL REFERENCES logs ON DELETE CASCADE,
kind TEXT NOT NULL,
key TEXT NOT NULL,
value TEXT NOT NULL,
PRIMARY KEY (log, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE rooms (
id TEXT PRIMARY KEY,
code TEXT NOT NULL UNIQUE,
audience_code TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE links (
hash BLOB PRIMARY KEY,
room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE,
kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE seats (
hash BLOB PRIMARY KEY,
room TEXT NOT NULL REFERENCES rooms ON DELETE CASCADE,
person TEXT NOT NULL,
kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seats_of_room ON seats (room, person);
CREATE INDEX links_of_room ON links (room);
ALTER TABLE seats ADD COLUMN closed TEXT;
ALTER TABLE seats ADD COLUMN closed_at_ms INTEGER;
INSERT INTO rooms (id, code, audience_code) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 'XYKX9', 'EKFCY');
INSERT INTO links (hash, room, kind) VALUES (X'2d0e0624bce181b449617fc931f5cbe358c3c3db036d958e3a166eb802c78c2e', '482cc98f-76d5-4205-bd50-57c2dd1d0185', 'evaluator');
INSERT INTO links (hash, room, kind) VALUES (X'5253ad174d96e1d1105a393722543fd9b2a09c4525ff0b20d9aafa1eb2eae6d0', '482cc98f-76d5-4205-bd50-57c2dd1d0185', 'stage');
INSERT INTO links (hash, room, kind) VALUES (X'58386d85409d53d957d0539e4e4ef6886937a059632e98deb120ca67f6b98ada', '482cc98f-76d5-4205-bd50-57c2dd1d0185', 'observer');
INSERT INTO links (hash, room, kind) VALUES (X'f2d09fc68178b1354ab3fb84f2820d4a103dd9d4d46bca551b005a595b4e2632', '482cc98f-76d5-4205-bd50-57c2dd1d0185', 'facilitator');
INSERT INTO seats (hash, room, person, kind, closed, closed_at_ms) VALUES (X'0de83e9571ace7528f1208986e5d4f643df1cfa23eca45af80f01d48cfe92620', '482cc98f-76d5-4205-bd50-57c2dd1d0185', 'pcc435fa00071d479', 'facilitator', NULL, NULL);
INSERT INTO seats (hash, room, person, kind, closed, closed_at_ms) VALUES (X'4c77daee188658ce023b3b797491738fbb00a65ee18ad9234e02fdbbcd37fdb8', '482cc98f-76d5-4205-bd50-57c2dd1d0185', 'p5fa3080b7c1c3641', 'player', NULL, NULL);
INSERT INTO logs (id, writer, format, summary) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', '7ed020dc-b894-4524-b8e6-e80d102cfb9a', 2, '{"code":"XYKX9","audienceCode":"EKFCY","setup":{"scenarioId":"july-2024","cut":"short","seed":"a","teams":[{"id":"sky","name":"Sky","roles":["airline"]},{"id":"ward","name":"Ward","roles":["hospital-network"]}],"bots":{}},"openedAtMs":1796041475603,"changedAtMs":1796041481734,"endedAtMs":null,"beganAtMs":null}');
INSERT INTO events (log, version, event) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 0, '{"type":"exerciseCreated","command":"room.0","scenarioId":"july-2024","contentHash":"c796ce1dcbfb7ab8","formatVersion":1,"engineVersion":"4","seed":"a","ways":"shared","cut":"short"}');
INSERT INTO events (log, version, event) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 1, '{"type":"worldOpened","command":"room.0","world":"shared","team":null,"fork":null}');
INSERT INTO events (log, version, event) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 2, '{"type":"seatTaken","command":"room.2","seat":"security-vendor","role":"security-vendor","team":"bot.security-vendor","bot":"record"}');
INSERT INTO events (log, version, event) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 3, '{"type":"seatTaken","command":"room.3","seat":"platform-owner","role":"platform-owner","team":"bot.platform-owner","bot":"record"}');
INSERT INTO events (log, version, event) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 4, '{"type":"seatTaken","command":"room.4","seat":"airline","role":"airline","team":"sky","bot":null}');
INSERT INTO events (log, version, event) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 5, '{"type":"seatTaken","command":"room.5","seat":"hospital-network","role":"hospital-network","team":"ward","bot":null}');
INSERT INTO events (log, version, event) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 6, '{"type":"seatTaken","command":"room.6","seat":"bank","role":"bank","team":"bot.bank","bot":"record"}');
INSERT INTO events (log, version, event) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 7, '{"type":"seatTaken","command":"room.7","seat":"government","role":"government","team":"bot.government","bot":"record"}');
INSERT INTO log_rows (log, kind, key, value) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 'chair', 'chair', '{"person":"pcc435fa00071d479"}');
INSERT INTO log_rows (log, kind, key, value) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 'leads', 'sky', '"p5fa3080b7c1c3641"');
INSERT INTO log_rows (log, kind, key, value) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 'pads', 'sky', '{"text":"Call the hospital first.","number":1}');
INSERT INTO log_rows (log, kind, key, value) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 'people', 'p5fa3080b7c1c3641', '{"id":"p5fa3080b7c1c3641","kind":"player","name":"Ana","team":"sky","number":2}');
INSERT INTO log_rows (log, kind, key, value) VALUES ('482cc98f-76d5-4205-bd50-57c2dd1d0185', 'people', 'pcc435fa00071d479', '{"id":"pcc435fa00071d479","kind":"facilitator","name":"","team":null,"number":1}');
PRAGMA user_version = 2;
