namespace Esms.Runtime;

/// <summary>Arithmetic of durations, as .NET has it.</summary>
internal static class TimeSpanOperators
{
    extension(TimeSpan)
    {
        public static TimeSpan operator *(TimeSpan duration, int factor) => new(checked(duration.Ticks * factor));

        public static TimeSpan operator *(int factor, TimeSpan duration) => duration * factor;

        public static double operator /(TimeSpan duration, TimeSpan unit) => duration.Ticks / (double)unit.Ticks;
    }
}
