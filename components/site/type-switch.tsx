import { getTranslations } from 'next-intl/server';
import { isLargeType } from './large-type';

export type TypeAction = (data: FormData) => Promise<void>;

/** Large type on and off; a plain form, so that it works before any script has arrived. */
export async function TypeSwitch({ action }: { action: TypeAction }) {
  const t = await getTranslations('site');
  const isLarge = await isLargeType();
  return (
    <form action={action} className="minor print:hidden">
      <button
        type="submit"
        aria-pressed={isLarge}
        className={`target cursor-pointer gap-[0.5em] rounded-[2px] border px-[0.7em] py-[0.2em] leading-tight ${
          isLarge ? 'border-accent bg-accent text-paper hover:bg-accent-deep' : 'border-rule text-accent hover:bg-deep'
        }`}
      >
        <span aria-hidden="true" className="font-serif text-[1.35em] leading-none">
          Аа
        </span>
        {t('largeType')}
      </button>
    </form>
  );
}
