-- What staff have added to the sums of a session or taken away from them. Entries are never changed: who regrets one
-- makes the opposite. The id comes from the form, so that sending twice is once.

create table correction (
    id       uuid primary key,
    centre   varchar(40) not null,
    "day"    date not null,
    session  varchar(5) not null,
    activity varchar(40) not null,
    reason   varchar(12) not null
        check (reason in ('missed', 'play', 'wrong', 'dark', 'paper', 'other', 'undo')),
    undoes   uuid unique references correction,
    author   varchar(80) not null,
    at       timestamp with time zone not null
);

create index correction_by_day on correction (centre, "day");

create table correction_tally (
    correction uuid not null references correction,
    axis       varchar(9) not null check (axis in ('activity', 'hour')),
    "key"      varchar(40) not null,
    category   varchar(20) not null,
    number     integer not null check (number <> 0),
    primary key (correction, axis, "key", category)
);
