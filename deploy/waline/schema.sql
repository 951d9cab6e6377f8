-- What Waline 1.39 reads and writes in PostgreSQL. To be run once, in an empty database:
--   psql --dbname waline --file schema.sql
-- Its column names are in lower case there, and times have no zone: the server runs in UTC.

BEGIN;

CREATE SEQUENCE wl_comment_seq;
CREATE TABLE wl_comment (
  id integer PRIMARY KEY DEFAULT nextval('wl_comment_seq'),
  user_id integer,
  url text NOT NULL,
  pid integer,              -- the comment that is answered
  rid integer,              -- the first of that conversation
  status text NOT NULL DEFAULT 'approved',
  comment text NOT NULL,
  nick text,
  mail text,
  link text,
  ip text,
  ua text,
  sticky numeric,
  "like" integer,
  insertedat timestamp NOT NULL DEFAULT now(),
  createdat timestamp NOT NULL DEFAULT now(),
  updatedat timestamp NOT NULL DEFAULT now()
);
ALTER SEQUENCE wl_comment_seq OWNED BY wl_comment.id;
CREATE INDEX wl_comment_of_a_page ON wl_comment (url, insertedat);
CREATE INDEX wl_comment_of_an_address ON wl_comment (ip, insertedat);

CREATE SEQUENCE wl_users_seq;
CREATE TABLE wl_users (
  id integer PRIMARY KEY DEFAULT nextval('wl_users_seq'),
  display_name text NOT NULL DEFAULT '',
  email text NOT NULL DEFAULT '' UNIQUE,
  password text NOT NULL DEFAULT '',
  type text NOT NULL DEFAULT '',
  label text,
  url text,
  avatar text,
  "2fa" text,
  github text,
  twitter text,
  facebook text,
  google text,
  weibo text,
  qq text,
  oidc text,
  huawei text,
  createdat timestamp NOT NULL DEFAULT now(),
  updatedat timestamp NOT NULL DEFAULT now()
);
ALTER SEQUENCE wl_users_seq OWNED BY wl_users.id;

-- Page views and reactions; the site uses neither, but a restored backup of another site may.
CREATE SEQUENCE wl_counter_seq;
CREATE TABLE wl_counter (
  id integer PRIMARY KEY DEFAULT nextval('wl_counter_seq'),
  url text NOT NULL UNIQUE,
  "time" integer,
  reaction0 integer,
  reaction1 integer,
  reaction2 integer,
  reaction3 integer,
  reaction4 integer,
  reaction5 integer,
  reaction6 integer,
  reaction7 integer,
  reaction8 integer,
  createdat timestamp NOT NULL DEFAULT now(),
  updatedat timestamp NOT NULL DEFAULT now()
);
ALTER SEQUENCE wl_counter_seq OWNED BY wl_counter.id;

COMMIT;
