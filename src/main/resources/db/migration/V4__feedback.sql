-- Answers are sums from the start: no row is one person's answer.
create table answer_sum (
    centre varchar(40) not null,
    answered_on date not null,
    goal varchar(20) not null,
    answered_by varchar(5) not null,
    face smallint not null,
    number integer not null,
    primary key (centre, answered_on, goal, answered_by, face)
);

-- Only to recognise a repeat; no link to any answer.
create table answer_receipt (
    id uuid primary key,
    received_on date not null
);

create index answer_receipt_received on answer_receipt (received_on);
