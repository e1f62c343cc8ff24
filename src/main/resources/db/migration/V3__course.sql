-- The short codes on QR codes and paper: a code leads to its course for ever and is never given to another.
create table course_code (
    code varchar(6) not null primary key,
    centre varchar(40) not null,
    course varchar(60) not null,
    made_on date not null,
    constraint course_code_once unique (centre, course)
);
