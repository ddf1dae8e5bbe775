namespace ZStack.Simulation;

/// <summary>The Java version of a simulated server. It determines the format of timestamps.</summary>
public enum ServerJavaVersion
{
    /// <summary>Java 8, the version that ZStack's installer requires: <c>Nov 14, 2017 10:20:57 PM</c>.</summary>
    Java8,

    /// <summary>Java 9 to 19: <c>Nov 14, 2017, 10:20:57 PM</c>.</summary>
    Java9,

    /// <summary>Java 20 and later: the format of Java 9 with a narrow no-break space before AM or PM.</summary>
    Java20,
}
