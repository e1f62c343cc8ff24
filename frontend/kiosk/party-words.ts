import { childrenOf, type Party } from './counting';
import type { Words } from './words';

/** A party as words: "2 barn", "1 vuxen", "Väntar barn". */
export function partyInWords(words: Words, party: Party): string[] {
  const children = childrenOf(party);
  return [
    children > 0 ? words.say('home.children', { n: children }) : '',
    party.adults > 0 ? words.say('home.grownups', { n: party.adults }) : '',
    party.expecting ? words.say('home.expecting') : ''
  ].filter((part) => part !== '');
}

/** "2 barn och 1 vuxen är räknade." */
export function countedInWords(words: Words, party: Party): string[] {
  const children = childrenOf(party);
  const heads = children + party.adults;
  if (heads === 0) return [words.say('done.onlyExpecting')];
  const { expecting: _, ...others } = party;
  const who = words.list(partyInWords(words, { ...others, expecting: false }));
  const counted = words.say('done.counted', { n: heads, who });
  return party.expecting ? [counted, words.say('done.expecting')] : [counted];
}
