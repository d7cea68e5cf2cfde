import { Fragment } from 'react';

/** An address in full, to be copied by hand: it breaks between its parts, and one touch selects all of it. */
export function ApplyLink({ address }: { address: string }) {
  return (
    <p className="mt-2 max-w-[44rem] select-all border-2 border-ink bg-white px-5 py-4 font-semibold leading-relaxed [overflow-wrap:anywhere]">
      <a href={address} className="text-ink no-underline">
        {address.split(/(?<=[/?=])/).map((part) => (
          <Fragment key={part}>
            <wbr />
            {part}
          </Fragment>
        ))}
      </a>
    </p>
  );
}
