import { Drawing, type DrawingWords, Lines, Mark } from './drawing';

/** The notice that a family got: 1 who sent it, 2 number, 3 day; then what it says. Everybody on it is invented. */
export function NoticeDrawing({ kind, ...words }: DrawingWords & { kind: 'killed' | 'missing' }) {
  const isKilled = kind === 'killed';
  return (
    <Drawing id={`drawing-notice-${kind}`} width={320} height={isKilled ? 322 : 264} {...words}>
      <path d={`M3 3h314v${isKilled ? 316 : 258}H3z`} className="fill-white" />
      <path d="M10 12h166v88H10z" strokeWidth="0.7" strokeDasharray="3 3" />
      <Lines x={18} y={30} lines={['НКО СССР', 'Каркаралинский РВК']} />
      <Lines x={18} y={69} step={20} by="hand" lines={['№ 1/0438', '«12» мая 1943 г.']} />
      <Lines x={192} y={64} size={17} lines={['ИЗВЕЩЕНИЕ']} />
      <Lines x={18} y={124} lines={['Ваш муж, красноармеец']} />
      <Lines x={18} y={142} by="hand" lines={['Ахметов Садык, Карагандинской обл.,']} />
      {isKilled ? <Killed /> : <Missing />}
      <Mark x={176} y={22} number={1} />
      <Mark x={98} y={64} number={2} />
      <Mark x={146} y={84} number={3} />
    </Drawing>
  );
}

function Killed() {
  return (
    <>
      <Lines
        x={18}
        y={164}
        lines={['в бою за социалистическую Родину,', 'проявив геройство и мужество,', 'был убит']}
      />
      <Lines x={84} y={200} by="hand" lines={['14 марта 1943 г.']} />
      <path d="M10 212h246v46H10z" className="fill-deep" strokeWidth="1.6" />
      <Lines x={18} y={231} by="hand" lines={['Похоронен: дер. Горки,', 'Смоленская обл.']} />
      <Mark x={256} y={212} number={4} />
      <Seal y={290} />
    </>
  );
}

function Missing() {
  return (
    <>
      <Lines x={18} y={164} lines={['находясь на фронте,']} />
      <path d="M10 176h266v28H10z" className="fill-deep" strokeWidth="1.6" />
      <Lines x={18} y={195} by="hand" lines={['пропал без вести в декабре 1942 г.']} />
      <Mark x={276} y={176} number={4} />
      <Seal y={232} />
    </>
  );
}

const Seal = ({ y }: { y: number }) => (
  <>
    <Lines x={18} y={y + 5} lines={['Райвоенком']} />
    <path d={`M106 ${y + 8}c14-18 18 8 30-8 6-6 8 10 30 0`} strokeWidth="1.4" />
    <circle cx="240" cy={y} r="23" strokeWidth="0.9" />
    <circle cx="240" cy={y} r="18.5" strokeWidth="0.5" />
  </>
);
