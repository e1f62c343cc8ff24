-- How many were in the house at each half hour, as estimated that day; written the following night.
create table occupancy (
    centre    varchar(40) not null,
    "day"     date not null,
    half_hour varchar(5) not null,
    estimate  integer not null check (estimate >= 0),
    primary key (centre, "day", half_hour)
);

-- The sign "full just now", put up by staff until a session ends.
create table full_sign (
    centre varchar(40) primary key,
    until  timestamp with time zone not null
);
