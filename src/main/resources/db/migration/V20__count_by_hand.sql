-- A group counted by hand stands among the corrections, as sums that staff answer for, but is none: months tell them
-- apart. The column of reasons is made anew, since each database names its check in its own way.

alter table correction add column why varchar(12);
update correction set why = reason;
alter table correction drop column reason;
alter table correction rename column why to reason;
alter table correction alter column reason set not null;
alter table correction add constraint correction_reason
    check (reason in ('missed', 'play', 'wrong', 'dark', 'paper', 'outdoors', 'other', 'undo'));
alter table correction add column by_hand boolean default false not null;

-- When staff said what a session was: a count by hand made later says more.
alter table session_state add column said_at timestamp with time zone;

-- Imports that were taken out again: the days they spoke for say so.
create table import_undone (
    run       bigint primary key,
    centre    varchar(40) not null,
    first_day date not null,
    last_day  date not null,
    visits    integer not null,
    taken_by  varchar(80) not null,
    taken_at  timestamp with time zone not null,
    author    varchar(80) not null,
    at        timestamp with time zone not null
);

create index import_undone_by_day on import_undone (centre, first_day);
