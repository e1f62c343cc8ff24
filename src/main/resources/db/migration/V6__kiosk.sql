create table kiosk (
    id varchar(36) primary key,
    centre varchar(40) not null,
    name varchar(60) not null,
    paused boolean not null,
    command varchar(10),
    first_paired_at timestamp with time zone not null,
    paired_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    last_contact timestamp with time zone,
    queue integer not null,
    version varchar(40),
    screen varchar(20)
);

create index kiosk_centre on kiosk (centre);

-- Only the SHA-256 of a token is here. Several are good at once while one takes over from another.
create table kiosk_token (
    hash varchar(64) primary key,
    kiosk varchar(36) not null references kiosk (id),
    made_at timestamp with time zone not null,
    used_at timestamp with time zone,
    good_until timestamp with time zone
);

create index kiosk_token_kiosk on kiosk_token (kiosk);

create table pairing_code (
    hash varchar(64) primary key,
    centre varchar(40) not null,
    name varchar(60),
    good_until timestamp with time zone not null
);

-- A child lock, not a secret: the office shows it.
create table kiosk_pin (
    centre varchar(40) primary key,
    pin varchar(4) not null,
    salt varchar(24) not null
);

-- How far a tablet's clock was from ours during a stretch of one of its boots.
create table kiosk_clock (
    kiosk varchar(36) not null references kiosk (id),
    boot uuid not null,
    uptime_from bigint not null,
    uptime_to bigint not null,
    received_from timestamp with time zone not null,
    received_to timestamp with time zone not null,
    offset_ms bigint not null,
    primary key (kiosk, boot, uptime_from)
);

create index kiosk_clock_received on kiosk_clock (kiosk, received_to);

-- One row. A restored backup brings an old one, which the file beside the database gives away.
create table data_epoch (
    id integer primary key,
    epoch uuid not null,
    marked_at timestamp with time zone not null
);
