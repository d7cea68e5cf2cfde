import { Drawing, type DrawingWords, Lines, Mark } from './drawing';

/** A letter from the front, folded to a triangle, with no envelope: 1 field post, 2 postmark, 3 the censor's stamp. */
export function LetterDrawing(words: DrawingWords) {
  return (
    <Drawing id="drawing-letter" width={360} height={232} {...words}>
      <path d="M180 8 354 222H6z" className="fill-white" strokeLinejoin="round" />
      <path d="M180 8 116 222M6 222l110-78" strokeWidth="0.6" opacity="0.45" />
      <circle cx="180" cy="74" r="21" />
      <circle cx="180" cy="74" r="16" strokeWidth="0.7" />
      <Lines x={164.5} y={77.5} size={9} lines={['17.3.43']} />
      <Lines x={112} y={118} by="hand" lines={['Казахская ССР,', 'Карагандинская обл.,', 'Ахметовой Бибигуль']} />
      <path d="M44 174h172v44H44z" className="fill-deep" strokeWidth="1.6" />
      <Lines x={52} y={192} by="hand" lines={['Полевая почта 35607-Б', 'Ахметов С.']} />
      <path d="M226 180h88v36h-88z" strokeWidth="0.9" />
      <Lines x={231} y={191} size={8.8} step={10.5} lines={['Просмотрено', 'военной цензурой', '05432']} />
      <Mark x={44} y={174} number={1} />
      <Mark x={210} y={60} number={2} />
      <Mark x={312} y={178} number={3} />
    </Drawing>
  );
}
