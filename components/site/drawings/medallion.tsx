import { Drawing, type DrawingWords, Lines, Mark } from './drawing';

/** A soldier's medallion, opened: 1 the capsule, 2 the slip of paper that lay in it. Everybody on it is invented. */
export function MedallionDrawing(words: DrawingWords) {
  return (
    <Drawing id="drawing-medallion" width={340} height={196} {...words}>
      <path d="M30 70h44v96q0 8-8 8H38q-8 0-8-8z" className="fill-deep" />
      <path d="M41 70v104M63 70v104" strokeWidth="0.7" />
      <path d="M36 58h32v12H36z" className="fill-white" strokeDasharray="2 2" />
      <path d="M28 14h48v30q0 4-4 4H32q-4 0-4-4z" className="fill-deep" />
      <path d="M40 14v34M52 14v34M64 14v34" strokeWidth="0.7" />
      <path d="M52 6a5 5 0 1 0 0.100 0z" />
      <path d="M110 12q110 8 222 0v172q-112 8-222 0z" className="fill-white" />
      <Lines
        x={122}
        y={40}
        step={26}
        lines={['Фамилия', 'Имя, отчество', 'Год рождения', 'Место рождения', 'Адрес семьи', 'Каким РВК призван']}
      />
      <Lines x={244} y={40} by="hand" step={26} lines={['Ахметов', 'Садык И.', '1915']} />
      <path d="M244 122h78M244 148h78M258 174h64" strokeWidth="0.6" strokeDasharray="2 3" />
      <Mark x={88} y={120} number={1} />
      <Mark x={326} y={26} number={2} />
    </Drawing>
  );
}
