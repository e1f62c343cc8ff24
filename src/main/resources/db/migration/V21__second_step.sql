create table second_step (
    account uuid primary key references account (id) on delete cascade,
    -- sealed with a key that lies outside the database
    secret varchar(255) not null,
    -- the half minute whose code was taken last: none is taken twice
    last_taken bigint not null,
    since timestamp with time zone not null
);

create table recovery_code (
    account uuid not null references second_step (account) on delete cascade,
    -- HMAC-SHA-256 with that key
    code_hash varchar(64) not null,
    primary key (account, code_hash)
);
