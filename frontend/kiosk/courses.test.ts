import { expect, test } from 'vitest';
import { newParty, type Party } from './counting';
import { fittingCourses } from './courses';
import type { Course } from './state';

const course = (code: string, more: Partial<Course> = {}): Course => ({
  code,
  url: `https://example.se/k/${code}`,
  qr: '<svg></svg>',
  name: { sv: code },
  picture: 'baby',
  ages: ['0-11m'],
  expecting: false,
  facts: { sv: 'Start 11 januari' },
  drop: 'here',
  ...more
});
const baby: Party = { ...newParty, adults: 1, children: { '0-11m': 1 } };
const codes = (courses: Course[], party: Party) => fittingCourses(courses, party).map((each) => each.code);

test('a family sees what fits the ages just tapped', () => {
  const courses = [course('babies'), course('toddlers', { ages: ['2y'] }), course('both', { ages: ['0-11m', '2y'] })];

  expect(codes(courses, baby)).toEqual(['babies', 'both']);
});

test('parents-to-be see what is for them', () => {
  const courses = [course('babies'), course('expecting', { ages: [], expecting: true })];

  expect(codes(courses, { ...newParty, adults: 1, expecting: true })).toEqual(['expecting']);
  expect(codes(courses, baby)).toEqual(['babies']);
});

test('what is for just these ages stands before what is for everyone', () => {
  expect(codes([course('everyone', { ages: [] }), course('babies')], baby)).toEqual(['babies', 'everyone']);
});

test('a line to stand in is only the second choice, and a full course without one is none', () => {
  const courses = [
    course('line', { seats: 8, seatsLeft: 0, queue: true }),
    course('full', { seats: 8, seatsLeft: 0, queue: false }),
    course('everyone', { ages: [], seats: 8, seatsLeft: 1, queue: true }),
    course('elsewhere', { seats: 8, drop: 'link' })
  ];

  expect(codes(courses, baby)).toEqual(['elsewhere', 'everyone', 'line']);
});
