-- What a tablet says of its screen and, where its browser tells, of its battery.
alter table kiosk add column display_width integer;
alter table kiosk add column display_height integer;
alter table kiosk add column battery integer;
alter table kiosk add column charging boolean;

-- Since when it has been missed while the house was open; once told, it is told no more until it is back.
alter table kiosk add column missed_since timestamp with time zone;

-- Whom a centre tells that one of its tablets has fallen silent.
create table kiosk_alert (
    centre varchar(40) primary key,
    mail varchar(120) not null,
    language varchar(3) not null
);

-- A letter about it, until the mail server has it: a house that starts anew sends it all the same.
create table kiosk_letter (
    id uuid primary key,
    centre varchar(40) not null,
    name varchar(60) not null,
    kind varchar(10) not null,
    happened_at timestamp with time zone not null,
    due_at timestamp with time zone not null
);
