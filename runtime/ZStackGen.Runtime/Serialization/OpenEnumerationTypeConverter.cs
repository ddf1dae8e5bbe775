using System;
using System.ComponentModel;
using System.Globalization;

namespace ZStack.Serialization;

/// <summary>Converts an open enumeration from and to a string, for configuration and data binding. Used by generated code.</summary>
/// <typeparam name="T">The type of the open enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenEnumerationTypeConverter<T> : TypeConverter
    where T : struct, IOpenEnumeration<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType)
        => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        => value is string text ? default(T).Create(text) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType)
        => destinationType == typeof(string) && value is T enumeration ? enumeration.Value : base.ConvertTo(context, culture, value, destinationType);
}
