'use server';
/** Forms of the news: one line a command. */
import { sendAgain, tellByHand } from '@/domain/news/commands';
import { deskAction } from './desk-action';

export const tellByHandAction = deskAction(tellByHand);
export const sendAgainAction = deskAction(sendAgain);
