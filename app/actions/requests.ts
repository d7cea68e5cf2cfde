'use server';
/** Forms about requests to archives and partners. */
import { redirect } from 'next/navigation';
import { changeReply, recordReply } from '@/domain/correspondence/request-answers';
import { remindRequest } from '@/domain/correspondence/request-reminders';
import { amendRequest, draftRequest, editRequest, giveUpRequest, sendRequest } from '@/domain/correspondence/requests';
import { pageLocale } from './action';
import { deskAction } from './desk-action';

export const draftRequestAction = deskAction(draftRequest, async ({ requestId }) =>
  redirect(`/${await pageLocale()}/desk/requests/${requestId}`),
);
export const editRequestAction = deskAction(editRequest);
export const sendRequestAction = deskAction(sendRequest);
export const amendRequestAction = deskAction(amendRequest);
export const giveUpRequestAction = deskAction(giveUpRequest);
export const remindRequestAction = deskAction(remindRequest);
export const recordReplyAction = deskAction(recordReply);
export const changeReplyAction = deskAction(changeReply);
