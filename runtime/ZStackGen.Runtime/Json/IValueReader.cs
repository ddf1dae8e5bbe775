namespace ZStack;

// Reads a value without a delegate per call.
internal interface IValueReader<T>
{
    T Read(ref ZStackJsonReader reader);
}

internal readonly struct DelegateReader<T>(JsonRead<T> read) : IValueReader<T>
{
    public T Read(ref ZStackJsonReader reader) => read(ref reader);
}

internal readonly struct ActionReader<T>(ZStackAction<T> action) : IValueReader<T>
    where T : ZStackResult
{
    public T Read(ref ZStackJsonReader reader) => action.ReadResult(ref reader);
}
