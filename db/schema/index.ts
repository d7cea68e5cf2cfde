export * from './applications';
export * from './archive';
export * from './burials';
export * from './cases';
export * from './correspondence';
export * from './staff';
export * from './system';
