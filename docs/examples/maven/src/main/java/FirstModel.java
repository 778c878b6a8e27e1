import sconce.nn.*;

public class FirstModel {
    public static void main(String[] arguments) {
        System.out.println(new Sequential(new Linear(784, 128), new ReLU(), new Linear(128, 10)));
    }
}
