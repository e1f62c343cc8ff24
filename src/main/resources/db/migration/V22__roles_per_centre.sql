create table account_role (
    account uuid not null references account (id) on delete cascade,
    -- empty: every centre
    centre varchar(40) not null,
    role varchar(10) not null,
    primary key (account, centre)
);

insert into account_role (account, centre, role) select id, coalesce(centre, ''), role from account;

alter table account drop column role;
alter table account drop column centre;

create table sign_in (
    id bigint generated always as identity primary key,
    -- the account's id, or a hash of who it is at the municipality's log-in
    person varchar(64) not null,
    at timestamp with time zone not null,
    outcome varchar(10) not null,
    -- coarse words only, such as "telephone"
    device varchar(10) not null
);

create index sign_in_person on sign_in (person, id);

create table wall_screen (
    id uuid primary key,
    centre varchar(40) not null,
    name varchar(60) not null,
    made_at timestamp with time zone not null,
    -- SHA-256 of the one-time link, until it has been opened
    link_hash varchar(64) unique,
    link_until timestamp with time zone,
    -- SHA-256 of the screen's cookie; empty: not opened yet
    token_hash varchar(64) unique,
    last_contact timestamp with time zone,
    revoked boolean default false not null
);
