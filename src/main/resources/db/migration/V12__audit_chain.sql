-- the hash of the entry before and of this one's own words; empty: from before there was a chain, until the next entry
alter table audit add column hash varchar(64);

-- where the chain ends, in one row, so that an entry cut off at the end is missed too
create table audit_head (
    id int primary key,
    entries bigint not null,
    hash varchar(64) not null
);

insert into audit_head (id, entries, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create index audit_centre on audit (centre, id);
