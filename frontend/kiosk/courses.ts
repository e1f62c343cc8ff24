import { childrenOf, type Party } from './counting';
import type { Course } from './state';

/** Whether a family could still come in: a seat is left, or nobody counts them. */
const open = (course: Course) => course.seatsLeft !== 0;

/**
 * The courses that fit this party: those with seats before those with only a line to stand in, and those meant for just
 * these ages before those for everyone. A full one without a line is left out.
 */
export function fittingCourses(courses: readonly Course[], party: Party): Course[] {
  const ages = Object.keys(party.children).filter((age) => (party.children[age] ?? 0) > 0);
  const fits = (course: Course) =>
    (course.expecting && party.expecting) ||
    course.ages.some((age) => ages.includes(age)) ||
    (course.ages.length === 0 && !course.expecting && childrenOf(party) + party.adults > 0);
  const last = (course: Course) => (open(course) ? 0 : 2) + (course.ages.length === 0 && !course.expecting ? 1 : 0);
  return courses
    .filter((course) => fits(course) && (open(course) || course.queue === true))
    .sort((a, b) => last(a) - last(b));
}
