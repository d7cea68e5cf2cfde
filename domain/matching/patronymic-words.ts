const childWords =
  /^-?(?:оглы|оғлы|огли|оглу|уулу|улы|ұлы|улу|кызы|қызы|кизи|гызы|баласы|тегі|o?g['‘’]?li|oglu|uly|ūly|ulı|uli|kyzy|qyzy|kizi|qızı)$/i;
const patronymicEnd =
  /(?:[оеё]вич|[оеё]вна|ична|ьич|улы|ұлы|уулу|қызы|кызы|оглы|ovich|evich|ovi[cč]|ovna|evna|uly|ūly|ulı|kyzy|qyzy|qızı|owitsch|ewitsch|owicz)\.?$/i;

/** Whether a word by itself only says "son" or "daughter". */
export const isChildWord = (word: string): boolean => childWords.test(word);

/** Whether a word looks like "son of …" or "daughter of …" in any of the habits. */
export const endsAsPatronymic = (word: string): boolean => patronymicEnd.test(word);
