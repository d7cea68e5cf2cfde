import { Drawing, type DrawingWords, Lines, Mark } from './drawing';

/** The inner pages of a Red Army man's book: 1 rank and unit, 2 who called him up. Everybody in it is invented. */
export function RedArmyBookDrawing(words: DrawingWords) {
  return (
    <Drawing id="drawing-book" width={360} height={214} {...words}>
      <path d="M4 8h170q6 0 6 6v192q0-4-6-4H4zM356 8H186q-6 0-6 6v192q0-4 6-4h170z" className="fill-white" />
      <Lines x={16} y={32} lines={['Красноармейская', 'книжка']} />
      <Lines x={16} y={74} by="hand" lines={['Ахметов', 'Садык', 'Ибраевич']} />
      <path d="M12 124h160v58H12z" className="fill-deep" strokeWidth="1.6" />
      <Lines x={18} y={144} lines={['Звание:', 'Часть:']} step={24} />
      <Lines x={74} y={144} by="hand" lines={['рядовой', '1077 сп']} step={24} />
      <Lines x={196} y={32} lines={['Год рождения:', 'Место рождения:']} step={24} />
      <Lines x={302} y={32} by="hand" lines={['1915']} />
      <Lines x={196} y={76} by="hand" lines={['Карагандинская обл.']} />
      <path d="M190 96h162v68H190z" className="fill-deep" strokeWidth="1.6" />
      <Lines x={197} y={115} lines={['Каким РВК призван:']} />
      <Lines x={197} y={136} size={13} by="hand" lines={['Каркаралинским РВК', '14 января 1942 г.']} />
      <Mark x={168} y={124} number={1} />
      <Mark x={346} y={96} number={2} />
    </Drawing>
  );
}
