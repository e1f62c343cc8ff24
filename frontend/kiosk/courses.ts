import { childrenOf, type Party } from './counting';
import type { Course } from './state';

/** The courses that fit this party, those meant for just these ages first. Full ones are left out. */
export function fittingCourses(courses: readonly Course[], party: Party): Course[] {
  const ages = Object.keys(party.children).filter((age) => (party.children[age] ?? 0) > 0);
  const fits = (course: Course) =>
    (course.expecting && party.expecting) ||
    course.ages.some((age) => ages.includes(age)) ||
    (course.ages.length === 0 && !course.expecting && childrenOf(party) + party.adults > 0);
  const general = (course: Course) => (course.ages.length === 0 ? 1 : 0);
  return courses.filter((course) => fits(course) && course.seatsLeft !== 0).sort((a, b) => general(a) - general(b));
}
