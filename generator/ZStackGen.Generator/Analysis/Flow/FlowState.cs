using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Represents the state of the analysis at a place: the knowledge about the server, and the values of variables and temporaries.</summary>
internal sealed class FlowState : IEquatable<FlowState>
{
    private readonly ImmutableDictionary<object, FlowValue> _values;

    private FlowState(Knowledge known, ImmutableDictionary<object, FlowValue> values)
    {
        Known = known;
        _values = values;
    }

    public Knowledge Known { get; }

    public static FlowState Of(Knowledge known) => new(known, ImmutableDictionary<object, FlowValue>.Empty);

    public FlowState With(Knowledge known) => ReferenceEquals(known, Known) ? this : new(known, _values);

    /// <summary>Returns a state with the given value of a variable or temporary; <see langword="null"/> removes the value.</summary>
    public FlowState With(object variable, FlowValue? value)
    {
        if (value is not null)
            return new(Known, _values.SetItem(variable, value));
        return _values.ContainsKey(variable) ? new(Known, _values.Remove(variable)) : this;
    }

    public FlowState WithoutValues() => _values.IsEmpty ? this : Of(Known);

    public FlowValue? Value(object variable) => _values.TryGetValue(variable, out FlowValue? value) ? value : null;

    /// <summary>Returns the value of an operation that refers to a variable or temporary, or to the element of a tuple in it; <see langword="null"/> if it is unknown.</summary>
    public FlowValue? ValueOf(IOperation operation)
    {
        if (Variable(operation) is { } variable)
            return Value(variable);
        return operation is IFieldReferenceOperation { Instance: { } tuple, Field: { } field } && ValueOf(tuple) is { Elements.Count: > 0 } value
            && Element(field) is { } index && index < value.Elements.Count ? value.Elements[index] : null;
    }

    /// <summary>Returns the variable or temporary that an operation refers to; <see langword="null"/> for other operations.</summary>
    public static object? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };

    /// <summary>Returns the state where two branches join: the facts that hold on both.</summary>
    public FlowState Or(FlowState other)
    {
        if (Known.IsUnreachable)
            return other;
        if (other.Known.IsUnreachable)
            return this;
        if (ReferenceEquals(_values, other._values))
            return With(Known.Or(other.Known));
        ImmutableDictionary<object, FlowValue>.Builder values = ImmutableDictionary.CreateBuilder<object, FlowValue>();
        foreach (KeyValuePair<object, FlowValue> pair in _values)
        {
            if ((other.Value(pair.Key) is { } value ? pair.Value.Or(value, Known, other.Known) : pair.Value.OrUnknown()) is { } both)
                values.Add(pair.Key, both);
        }

        foreach (KeyValuePair<object, FlowValue> pair in other._values)
        {
            if (!_values.ContainsKey(pair.Key) && pair.Value.OrUnknown() is { } one)
                values.Add(pair.Key, one);
        }

        return new FlowState(Known.Or(other.Known), values.ToImmutable());
    }

    public bool Equals(FlowState? other)
    {
        if (other is null || !Known.Equals(other.Known) || _values.Count != other._values.Count)
            return false;
        foreach (KeyValuePair<object, FlowValue> pair in _values)
        {
            if (!pair.Value.Equals(other.Value(pair.Key)))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    /// <summary>Returns the index of a tuple's element: its name in the type of .NET is <c>Item1</c> and so on.</summary>
    private static int? Element(IFieldSymbol field) =>
        field.CorrespondingTupleField is { Name: { } name } && int.TryParse(name.Substring("Item".Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : null;

    public override int GetHashCode() => _values.Count;
}
