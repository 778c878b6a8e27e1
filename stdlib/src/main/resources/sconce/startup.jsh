// For the JDK's own jshell: what a session of Sconce has imported before its first cell.
//   jshell --class-path ... --startup startup.jsh -R--enable-native-access=ALL-UNNAMED
import static sconce.Print.*;
import sconce.nn.Module;
import sconce.Buffer;
import sconce.*;
import sconce.nn.*;
import sconce.optim.*;
import sconce.data.*;
import sconce.io.*;
import static sconce.data.Progress.progress;
import sconce.show.*;
import static sconce.show.Show.*;
import module java.base;
