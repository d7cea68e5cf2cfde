import type { ButtonHTMLAttributes, ReactNode } from 'react';

export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'quiet';

const looks: Record<ButtonLook, string> = {
  primary: 'border-accent bg-accent text-paper hover:bg-accent-deep hover:text-paper',
  secondary: 'border-accent bg-paper text-accent hover:bg-deep',
  danger: 'border-refusal bg-refusal text-paper hover:bg-ink hover:text-paper',
  quiet: 'border-transparent text-accent underline underline-offset-4 hover:bg-deep',
};

/** The class list of a button, for the few places that cannot use the components below. */
export function buttonClass(look: ButtonLook = 'primary'): string {
  return `inline-flex min-h-12 cursor-pointer items-center justify-center rounded-[2px] border px-[1.2em] py-[0.4em] text-center font-semibold leading-tight no-underline desk:min-h-11 desk:px-[1em] aria-disabled:cursor-progress print:hidden ${looks[look]}`;
}

export function Button({
  look,
  type = 'submit',
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> & { look?: ButtonLook }) {
  return <button type={type} className={buttonClass(look)} {...rest} />;
}

export function ButtonLink({ href, look, children }: { href: string; look?: ButtonLook; children: ReactNode }) {
  return (
    <a href={href} className={buttonClass(look)}>
      {children}
    </a>
  );
}
