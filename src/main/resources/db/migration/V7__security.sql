create table account (
    id uuid primary key,
    name varchar(40) not null,
    -- the name as it is looked up: without regard to capitals and spaces around it
    name_key varchar(80) not null unique,
    password_hash varchar(255) not null,
    role varchar(10) not null,
    -- empty: every centre
    centre varchar(40),
    created_at timestamp with time zone not null
);

create table account_link (
    -- SHA-256 of the token; the token itself is kept nowhere
    token_hash varchar(64) primary key,
    purpose varchar(10) not null,
    role varchar(10) not null,
    centre varchar(40),
    valid_until timestamp with time zone not null
);

create table audit (
    id bigint generated always as identity primary key,
    at timestamp with time zone not null,
    actor varchar(80) not null,
    centre varchar(40) not null,
    deed varchar(80) not null,
    detail varchar(1000) not null
);
