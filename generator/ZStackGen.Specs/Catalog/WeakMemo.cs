using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ZStackGen.Specs.Catalog;

/// <summary>Caches the last value for each key as long as the key is reachable. Thread-safe.</summary>
internal sealed class WeakMemo<TKey, TValue>
    where TKey : class
    where TValue : class
{
    private readonly ConditionalWeakTable<TKey, TValue> _values = new();
    private readonly object _writing = new();

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value) => _values.TryGetValue(key, out value);

    public void Set(TKey key, TValue value)
    {
        lock (_writing)
        {
            _values.Remove(key);
            _values.Add(key, value);
        }
    }
}
