-- Calls that are over, and the INVITEs of their second legs. Times are UTC.
create table sipbond_call (
  id          uuid         not null primary key,
  started     ${time}      not null,
  answered    ${time},
  ended       ${time}      not null,
  status      int          not null,
  ended_by    varchar(16)  not null,
  how         varchar(32)  not null,
  cause       varchar(64)  not null,
  reason      varchar(255) not null,
  call_id     varchar(255) not null,
  bond        varchar(64)  not null,
  listener    varchar(128) not null,
  source      varchar(45)  not null,
  from_uri    varchar(512) not null,
  to_uri      varchar(512) not null,
  request_uri varchar(512) not null,
  egress      varchar(64)  not null
) ${texts};

create index sipbond_call_started on sipbond_call (started);
create index sipbond_call_call_id on sipbond_call (call_id);

create table sipbond_call_attempt (
  call_ref    uuid         not null,
  place       int          not null,
  started     ${time}      not null,
  call_id     varchar(255) not null,
  destination varchar(255) not null,
  bond        varchar(64)  not null,
  member      varchar(128) not null,
  outcome     varchar(64)  not null,
  primary key (call_ref, place),
  foreign key (call_ref) references sipbond_call (id) on delete cascade
) ${texts};

create index sipbond_call_attempt_call_id on sipbond_call_attempt (call_id);
