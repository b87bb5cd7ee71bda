import { Drawer } from 'antd';
import { shell } from '../words/shell.ts';
import { useWords } from '../words/words.ts';
import { Navigation } from './navigation.tsx';

/** The places, in a drawer, where there is no room for them. */
const NarrowNavigation = ({ close }: { readonly close: () => void }) => {
  const t = useWords(shell);
  return (
    <Drawer open placement="left" size={260} title={t('name')} onClose={close}>
      <Navigation />
    </Drawer>
  );
};
export default NarrowNavigation;
