/** How a report looks: black and greys on white, so that a copy of a copy can be read. Points (1/72 inch) on a sheet of 595 × 842. */
import { StyleSheet } from '@react-pdf/renderer';
import { fonts } from '../pdf/fonts';

export const ink = '#000';
export const soft = '#444';
export const line = '#999';
export const fill = '#5a5a5a';

/** Width between the margins. */
export const inner = 485;

export const look = StyleSheet.create({
  page: {
    fontFamily: fonts.text,
    fontSize: 9.5,
    lineHeight: 1.35,
    color: ink,
    paddingTop: 50,
    paddingBottom: 56,
    paddingLeft: 64,
    paddingRight: 46,
  },
  head: {
    position: 'absolute',
    top: 26,
    left: 64,
    width: inner,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 8,
    color: soft,
  },
  foot: { position: 'absolute', top: 804, left: 64, fontSize: 8, color: soft },
  pageOf: { position: 'absolute', top: 804, left: 349, width: 200, fontSize: 8, color: soft, textAlign: 'right' },
  part: {
    fontFamily: fonts.title,
    fontWeight: 600,
    fontSize: 15,
    lineHeight: 1.2,
    paddingBottom: 5,
    marginBottom: 10,
    borderBottomWidth: 1.2,
    borderBottomColor: ink,
  },
  block: { marginBottom: 16 },
  title: { fontFamily: fonts.title, fontWeight: 600, fontSize: 11, lineHeight: 1.25 },
  applied: { fontSize: 8, lineHeight: 1.3, color: soft, marginTop: 3, marginBottom: 4 },
  cell: { paddingVertical: 2, paddingHorizontal: 3 },
  number: { textAlign: 'right' },
  headRow: { flexDirection: 'row', alignItems: 'flex-end', borderBottomWidth: 0.8, borderBottomColor: ink },
  headCell: { fontSize: 7.5, lineHeight: 1.2, color: soft },
  row: { flexDirection: 'row', alignItems: 'center', borderBottomWidth: 0.4, borderBottomColor: line },
  totalRow: { flexDirection: 'row', alignItems: 'center', fontWeight: 600, borderTopWidth: 0.8, borderTopColor: ink },
  note: { fontSize: 8.5, color: soft, marginTop: 3 },
});
