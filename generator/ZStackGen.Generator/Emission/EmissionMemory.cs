using System.Collections.Generic;
using System.Runtime.CompilerServices;
using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// Caches the C# of the elements of rewritten files, so that the next edit writes only the edited element of such a file. A file that is
/// written once, as in a build, adds nothing. The C# of an element is kept as long as the element. Thread-safe.
/// </summary>
internal sealed class EmissionMemory
{
    private readonly object _writing = new();
    private readonly Dictionary<string, EmitOptions> _files = [];
    private readonly ConditionalWeakTable<object, Slot> _elements = new();

    /// <summary>Records that a file is written. Returns whether it was written before with the same options.</summary>
    public bool IsWrittenAgain(string hintName, EmitOptions options)
    {
        lock (_writing)
        {
            bool isAgain = _files.TryGetValue(hintName, out EmitOptions? last) && last.Equals(options);
            _files[hintName] = options;
            return isAgain;
        }
    }

    /// <summary>Returns the C# of an element; <see langword="null"/> if it is not cached, or its inputs differ.</summary>
    /// <param name="element">The element. Compared by reference.</param>
    /// <param name="options">The options for writing.</param>
    /// <param name="newerFields">The lines about newer fields in the parameters of an action.</param>
    public WrittenCode? Find(object element, EmitOptions options, EquatableArray<string> newerFields) =>
        _elements.TryGetValue(element, out Slot? slot) && slot.Last is { } last && last.NewerFields == newerFields && last.Options.Equals(options) ? last.Code : null;

    /// <summary>Keeps the C# of an element.</summary>
    /// <inheritdoc cref="Find"/>
    /// <param name="code">The C#.</param>
    public void Keep(object element, EmitOptions options, EquatableArray<string> newerFields, WrittenCode code) =>
        _elements.GetValue(element, static _ => new Slot()).Last = new Written(options, newerFields, code);

    private sealed class Slot
    {
        private volatile Written? _last;

        public Written? Last
        {
            get => _last;
            set => _last = value;
        }
    }

    private sealed record Written(EmitOptions Options, EquatableArray<string> NewerFields, WrittenCode Code);
}
